/**
 * Cuts texts into words, as the index does: the two are one specification, `Tests/Fixtures/analysis.json`.
 */

const inner = "\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d\\ufeff";
/** A dotted acronym, or a run of letters and digits. */
export const pattern = new RegExp(`(?:\\p{L}\\.){2,}(?:\\p{L}(?![${inner}]))?|[\\p{L}\\p{N}][${inner}]*`, "gu");

/** Letters that are not a plain one with an accent. @type {Record<string, string>} */
const special = {
  "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ð": "d", "þ": "t", "đ": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ŀ": "l",
  "ł": "l", "ŉ": "n", "ŋ": "n", "ŧ": "t",
};

/** What inclusive writing adds to a masculine, folded. */
const ending = /^(?:[sx]|(?:[lnrtv]|ss?|c?h|i?e(?:r|us|nn|ll)|(?:t?r)?ic|iv)?es?)$/;

/**
 * Letters in lower case, without accents and ligatures, nor what is invisible inside words.
 * @param {string} text
 */
export function fold(text) {
  return text.toLowerCase()
    .replace(/[ß-öø-ſﬀ-ﬆ]/g, (letter) => special[letter] ?? letter.normalize("NFKD"))
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\ufe00-\ufe0f\ufeff]/g, "");
}

/**
 * The words of a text, and the wholes of compounds and CamelCase with the range of words that they join.
 * @param {string} text
 * @param {Set<string>} elisions what loses its vowel before an apostrophe
 */
export function analyse(text, elisions) {
  /** @type {string[]} */
  const words = [];
  /** @type {{ word: string, from: number, to: number }[]} */
  const wholes = [];
  // Where the word before ends. Between that and the first word stands nothing.
  let end = Infinity;
  let chain = "";
  let from = 0;
  let links = 0;
  const flush = () => {
    if (links > 1 && !/\d/.test(chain)) wholes.push({ word: chain, from, to: words.length });
    chain = "";
    links = 0;
  };
  text = text.replace(/[ʼ‘’]/g, "'");
  for (const match of text.matchAll(pattern)) {
    const raw = match[0].replaceAll(".", "");
    const word = fold(raw);
    const glue = fold(text.slice(end, match.index));
    end = match.index + match[0].length;
    if ((/^[.·‧)]$/.test(glue) || /^\)?\($/.test(glue) && text[end] === ")") && ending.test(word)) continue;
    if (text[end] === "'" && elisions.has(word)) {
      flush();
      continue;
    }
    if (!/^[-‐‑]$/.test(glue)) flush();
    if (!links) from = words.length;
    const parts = match[0] === raw ? raw.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ").split(" ") : [raw];
    words.push(...parts.map(fold));
    if (parts.length > 1) wholes.push({ word, from: words.length - parts.length, to: words.length });
    chain += word;
    links++;
  }
  flush();
  return { words, wholes };
}
