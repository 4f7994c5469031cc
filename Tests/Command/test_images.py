"""Photos as phones make them, with libvips and without."""

from pathlib import Path
import re

from PIL import Image, ImageCms
import pytest

from Harness.photos import BLUE, GREEN, RED, STORED, WHITE, orientation_only, photo, quarters, save, shows
from Harness.portal import DATE, PROJECT, fingerprint, portal, run

BASE = PROJECT / "Tests" / "Mistakes" / "_base"
FOLDER = "content/pratiques/cafe-des-parents"
SHEET = FOLDER + "/index.md"
WITHOUT = {"PATH": "/nonexistent"}


@pytest.fixture
def root(tmp_path) -> Path:
    return portal(tmp_path / "portal", BASE)


def build(pivot, root, environment={}, code=0):
    said = run(pivot, "build", root, "--date", DATE, folder=root, environment=environment)
    assert said.code == code, said.text
    return said.text


def made(root: Path) -> dict[str, Path]:
    folder = root / "site" / "public" / "images"
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def assert_says_nothing(path: Path):
    data = path.read_bytes()
    with Image.open(path) as image:
        assert not dict(image.getexif()) and not {"exif", "icc_profile", "xmp", "photoshop", "comment"} & set(image.info)
    for word in [b"Exif", b"EXIF", b"XMP ", b"ICCP", b"http://ns.adobe", b"Photoshop", "Téléphone".encode()]:
        assert word not in data, (path.name, word)


def corners(path: Path):
    with Image.open(path) as image:
        image = image.convert("RGB")
        width, height = image.size
        return [image.getpixel((width * x // 4, height * y // 4)) for y in (1, 3) for x in (1, 3)]


def assert_near(colors, expected):
    for color, other in zip(colors, expected, strict=True):
        assert all(abs(a - b) < 60 for a, b in zip(color, other)), (colors, expected)


def test_a_heavy_photo_becomes_light_ones_that_say_nothing(pivot, root, measure):
    original = photo(root / FOLDER / "photo.jpg", 3024, 4032, orientation=6, noise=True, quality=98)
    weight = original.stat().st_size
    assert weight > 6_000_000
    build(pivot, shows(root, SHEET, "![Un jardin](photo.jpg)"))
    public = root / "site" / "public"
    files = made(root)
    assert {re.sub(r"\.[0-9a-f]{16}", "", name) for name in files} == {
        f"pratiques/cafe-des-parents/photo-{width}.{kind}" for width in [480, 1080] for kind in ["webp", "jpg"]}
    for name, path in files.items():
        width = int(re.search(r"-(\d+)\.", name)[1])
        with Image.open(path) as image:
            assert image.size == (width, round(width * 4 / 3)) and image.format == ("WEBP" if name.endswith("webp") else "JPEG")
        assert_says_nothing(path)
        assert_near(corners(path), [(163, 62, 62), (62, 148, 62), (62, 62, 174), (200, 200, 200)])
    assert not list(public.rglob("photo.jpg"))
    page = (public / "pratiques" / "cafe-des-parents" / "index.html").read_text(encoding="utf-8")
    picture = re.search(r"<picture>.*?</picture>", page)[0]
    assert 'width="540" height="720" loading="lazy" decoding="async"' in picture and picture.count('alt="Un jardin"') == 1
    named = set(re.findall(r"\.\./\.\./(images/[^ \",]+)", picture))
    assert named == {f"images/{name}" for name in files}
    measure(f"a photo of {weight // 1000} kB: " + ", ".join(f"{name[-9:]} {path.stat().st_size // 1000} kB" for name, path in sorted(files.items())))


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
@pytest.mark.parametrize("orientation", list(STORED))
def test_a_photo_is_upright_however_the_phone_was_held(pivot, root, orientation, kind):
    photo(root / FOLDER / f"photo.{kind}", 60, 40, orientation)
    build(pivot, shows(root, SHEET, f"![Un jardin](photo.{kind})"))
    assert len(made(root)) == 2
    for path in made(root).values():
        with Image.open(path) as image:
            assert image.size == (60, 40)
        assert_near(corners(path), [RED, GREEN, BLUE, WHITE])
        assert_says_nothing(path)
    assert 'width="60" height="40"' in (root / "site/public/pratiques/cafe-des-parents/index.html").read_text(encoding="utf-8")


def test_a_second_build_makes_no_image_again(pivot, root):
    photo(root / FOLDER / "photo.jpg", 900, 600)
    photo(root / FOLDER / "autre.jpg", 800, 600)
    build(pivot, shows(root, SHEET, "![Un](photo.jpg)", "![Deux](autre.jpg)"))
    before = {path: path.stat().st_mtime_ns for path in made(root).values()}
    # Nobody is there who could make one again.
    assert "rien n’a changé" in build(pivot, root)
    assert {path: path.stat().st_mtime_ns for path in made(root).values()} == before
    photo(root / FOLDER / "autre.jpg", 800, 500)
    build(pivot, root)
    after = {path: path.stat().st_mtime_ns for path in made(root).values()}
    kept = {path: date for path, date in before.items() if "photo." in path.name}
    assert len(kept) == 4 and kept.items() <= after.items()
    assert not {path for path in before if "autre." in path.name} & set(after) and len(after) == 8


def test_a_damaged_image_of_the_published_site_is_made_again(pivot, root):
    photo(root / FOLDER / "photo.jpg", 900, 600)
    build(pivot, shows(root, SHEET, "![Un](photo.jpg)"))
    whole = fingerprint(root / "site" / "public")
    for path in made(root).values():
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])
    build(pivot, root)
    assert fingerprint(root / "site" / "public") == whole


def test_images_do_not_depend_on_the_number_of_workers(pivot, root, tmp_path):
    for number in range(7):
        photo(root / FOLDER / f"photo{number}.jpg", 700 + number, 500, orientation=number + 1)
    shows(root, SHEET, *[f"![Vue {number}](photo{number}.jpg)" for number in range(7)])
    sites = []
    for workers in [1, 5]:
        output = tmp_path / f"out{workers}" / "public"
        output.parent.mkdir()
        said = run(pivot, "build", root, "--date", DATE, "--workers", workers, "--output", output, folder=tmp_path)
        assert said.code == 0, said.text
        sites.append(fingerprint(output))
    assert sites[0] == sites[1] and sum(name.startswith("images/") for name in sites[0]) == 28


@pytest.mark.parametrize("name", ["-o out.jpg[Q=1].jpg", "--version.jpg", "a;touch fait.jpg", "$(touch fait).jpg", "é à, « ü ».jpg", "a[strip=false].jpg"])
def test_names_of_files_are_only_names(pivot, root, name):
    photo(root / FOLDER / name, 60, 40)
    build(pivot, shows(root, SHEET, f"![Vue](<{name}>)"))
    assert len(made(root)) == 2
    for path in made(root).values():
        assert_says_nothing(path)
    assert not list(root.rglob("fait*"))


def test_colours_become_those_of_the_web(pivot, root):
    save(root / FOLDER / "cmjn.jpg", quarters(60, 40).convert("CMYK"))
    save(root / FOLDER / "gris.jpg", quarters(60, 40).convert("L"))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    save(root / FOLDER / "profil.jpg", quarters(60, 40), icc_profile=profile)
    transparent = quarters(60, 40).convert("RGBA")
    transparent.putalpha(Image.linear_gradient("L").resize((60, 40)))
    save(root / FOLDER / "clair.png", transparent)
    build(pivot, shows(root, SHEET, *[f"![Vue]({name})" for name in ["cmjn.jpg", "gris.jpg", "profil.jpg", "clair.png"]]))
    files = made(root)
    assert len(files) == 8
    for name, path in files.items():
        assert_says_nothing(path)
        with Image.open(path) as image:
            assert image.mode == ("RGBA" if path.name.startswith("clair.") else "RGB")
        # Inks are not lights: red stays the reddest, and so on.
        red, green, blue, white = corners(path)
        if not path.name.startswith("gris."):
            assert [color.index(max(color)) for color in [red, green, blue]] == [0, 1, 2] and min(white) > 200


def test_an_animation_is_published_as_it_is(pivot, root):
    frames = [quarters(60, 40), quarters(60, 40).transpose(Image.Transpose.ROTATE_180)]
    save(root / FOLDER / "vue.gif", frames[0], save_all=True, append_images=frames[1:])
    build(pivot, shows(root, SHEET, "![Vue](vue.gif)"))
    public = root / "site" / "public" / "pratiques" / "cafe-des-parents"
    assert (public / "vue.gif").read_bytes() == (root / FOLDER / "vue.gif").read_bytes() and not made(root)
    assert '<img src="../../pratiques/cafe-des-parents/vue.gif" alt="Vue" width="60" height="40"' in (public / "index.html").read_text(encoding="utf-8")


def test_an_image_that_only_looked_whole_is_told_and_nothing_is_published(pivot, root):
    original = photo(root / FOLDER / "photo.png", 600, 400)
    sound = photo(root / FOLDER / "autre.jpg", 60, 40)
    build(pivot, shows(root, SHEET, "![Vue](photo.png)", "![Autre](autre.jpg)"))
    before = fingerprint(root / "site" / "public")
    data = bytearray(original.read_bytes())
    start = data.index(b"IDAT") + 4
    data[start:start + 400] = bytes(400)
    original.write_bytes(data)
    sound.unlink()
    photo(sound, 70, 40)
    text = build(pivot, root, code=1)
    assert f"{FOLDER}/photo.png: erreur [image-illisible]" in text and "libvips n’en tire rien" in text and "Rien n’a été publié." in text
    assert "autre.jpg" not in text and "(/" not in text
    assert fingerprint(root / "site" / "public") == before
    assert sorted(path.name for path in (root / "site").iterdir() if path.name.endswith(".pivot")) == []


def test_a_broken_libvips_does_not_publish(pivot, root, tmp_path):
    photo(root / FOLDER / "photo.jpg", 60, 40)
    shows(root, SHEET, "![Vue](photo.jpg)")
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "vipsthumbnail"
    # One that makes an image of another size, with all that the original says: it is not believed.
    program.write_text("#!/bin/sh\nexec /bin/cat\n")
    program.chmod(0o755)
    assert "image-illisible" in build(pivot, root, {"PATH": str(folder)}, code=1)
    # One that never stops saying something.
    program.write_text("#!/bin/sh\nexec /usr/bin/yes\n")
    assert "image-illisible" in build(pivot, root, {"PATH": str(folder)}, code=1)
    program.write_text("no program\n")
    assert build(pivot, root, {"PATH": str(folder)}, code=2).startswith("pivot: Impossible de lancer")
    assert not (root / "site" / "public").exists()


def test_without_libvips_a_light_and_silent_photo_is_shown_as_it_is(pivot, root):
    save(root / FOLDER / "photo.jpg", quarters(60, 40).transpose(Image.Transpose.ROTATE_90), exif=orientation_only(6))
    build(pivot, shows(root, SHEET, "![Vue](photo.jpg)"), WITHOUT)
    public = root / "site" / "public" / "pratiques" / "cafe-des-parents"
    assert (public / "photo.jpg").read_bytes() == (root / FOLDER / "photo.jpg").read_bytes() and not made(root)
    assert 'src="../../pratiques/cafe-des-parents/photo.jpg" alt="Vue" width="60" height="40"' in (public / "index.html").read_text(encoding="utf-8")


def test_without_libvips_a_heavy_photo_or_one_with_a_position_is_refused(pivot, root):
    photo(root / FOLDER / "ici.jpg", 60, 40)
    save(root / FOLDER / "lourde.jpg", Image.effect_noise((1200, 900), 120), quality=95)
    shows(root, SHEET, "![Ici](ici.jpg)", "![Lourde](lourde.jpg)")
    text = build(pivot, root, WITHOUT, code=1)
    assert "erreur [image-localisee]" in text and "erreur [image-lourde]" in text and text.count("libvips-tools") == 2
    assert text.count("index.md:") == 2 and not (root / "site" / "public").exists()
    # The same photos, and the same check, where libvips is.
    build(pivot, root)
    for environment, code in [(WITHOUT, 1), ({}, 0)]:
        assert run(pivot, "check", root, "--date", DATE, folder=root, environment=environment).code == code


def test_an_ornament_has_no_words_and_keeps_its_room(pivot, root):
    photo(root / FOLDER / "frise.jpg", 60, 40)
    build(pivot, shows(root, SHEET, "![decoratif](frise.jpg)"))
    page = (root / "site/public/pratiques/cafe-des-parents/index.html").read_text(encoding="utf-8")
    assert re.search(r'<img src="[^"]*frise[^"]*" alt="" [^>]*width="60" height="40"', page) and "decoratif" not in page


def test_a_portrait_is_shown_only_with_consent(pivot, root):
    photo(root / "content" / "membres" / "alice.jpg", 600, 800, orientation=8)
    sheet = root / "content" / "membres" / "alice-martin.md"
    text = sheet.read_text(encoding="utf-8")
    for fields, shown in [("[courriel, portrait]", True), ("[courriel]", False)]:
        sheet.unlink()
        sheet.write_text(re.sub(r"champs_publics:.*", f"champs_publics: {fields}\nportrait: alice.jpg", text), encoding="utf-8")
        build(pivot, root)
        page = (root / "site/public/membres/alice-martin/index.html").read_text(encoding="utf-8")
        assert ('<source type="image/webp"' in page) == shown and ('class="portrait"' in page) == shown
        assert len(made(root)) == (4 if shown else 0)
    assert not [path for path in (root / "site" / "public").rglob("*") if "alice.jpg" in path.name]
