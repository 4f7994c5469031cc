"""Photos as phones make them."""

from pathlib import Path

from PIL import Image

# Four quarters, so that every way of turning an image shows.
RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 30), (30, 30, 200), (240, 240, 240)
# How a camera stores what is upright, by the orientation that it notes.
STORED = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
}


def quarters(width: int, height: int) -> Image.Image:
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def exif(orientation: int, position=True) -> Image.Exif:
    data = Image.Exif()
    data[0x0112], data[0x010F], data[0x9003] = orientation, "Téléphone", "2026:01:02 03:04:05"
    if position:
        data.get_ifd(0x8825).update({1: "N", 2: (43.0, 39.0, 30.5), 3: "E", 4: (6.0, 55.0, 20.25)})
    return data


def save(path: Path, image: Image.Image, **options) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, **options)
    return path


def photo(path: Path, width: int, height: int, orientation=1, noise=False, **options) -> Path:
    """What a phone writes: turned as it was held, with its position."""
    image = quarters(width, height)
    if noise:
        image = Image.blend(image, Image.effect_noise(image.size, 90).convert("RGB"), .35)
    if STORED[orientation] is not None:
        image = image.transpose(STORED[orientation])
    return save(path, image, exif=exif(orientation), **options)


def orientation_only(value: int) -> Image.Exif:
    data = Image.Exif()
    data[0x0112] = value
    return data


def shows(root: Path, sheet: str, *lines: str) -> Path:
    """The portal, a sheet of it with more lines."""
    sheet = root / sheet
    text = sheet.read_text(encoding="utf-8")
    sheet.unlink()
    sheet.write_text(text + "\n" + "\n\n".join(lines) + "\n", encoding="utf-8")
    return root
