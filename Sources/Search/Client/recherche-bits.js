/**
 * Reads numbers written as bits, six in each character: `Sources/Search/Bits.swift` writes them.
 */

export class Bits {
  #text;
  #place = 0;
  #bits = 0;
  /** How many bits of the last character are left. */
  #left = 0;

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
  }

  /** @param {number} width at most 24 */
  read(width) {
    while (this.#left < width) {
      const code = this.#text.charCodeAt(this.#place++);
      this.#bits = this.#bits << 6 | code - (code > 92 ? 63 : 62);
      this.#left += 6;
    }
    this.#left -= width;
    const value = this.#bits >> this.#left;
    this.#bits &= (1 << this.#left) - 1;
    return value;
  }

  unary() {
    let number = 0;
    while (this.read(1)) number++;
    return number;
  }

  /** A number of which small ones are the most likely. */
  small() {
    const width = this.unary();
    return (1 << width) + this.read(width) - 1;
  }

  /**
   * Growing numbers.
   * @param {number} limit above all of them
   * @param {(number: number) => number} [each] what to keep of one, after reading what belongs to it
   */
  growing(limit, each = (number) => number) {
    const numbers = new Uint32Array(this.small());
    let width = 0;
    while (numbers.length && width < 24 && numbers.length * 2 ** (width + 1) * 13 <= limit * 9) width++;
    let number = -1;
    for (let i = 0; i < numbers.length; i++) {
      number += (this.unary() << width) + this.read(width) + 1;
      numbers[i] = each(number);
    }
    return numbers;
  }
}
