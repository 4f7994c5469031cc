/**
 * Reads the index's files. Each is JSON in the parentheses of a call: fetched as text from a web server, run as a script
 * from disk, where browsers refuse to fetch.
 */

/** A file that could not be read. */
export class Unreadable extends Error {}

/**
 * @param {URL} folder where the index is
 * @returns {(name: string, fresh?: boolean) => Promise<any>}
 */
export function reader(folder) {
  return (name, fresh = false) => {
    const address = new URL(`${name}.js`, folder);
    return address.protocol === "file:" ? run(address.href) : fetched(address.href, fresh);
  };
}

/**
 * @param {string} address
 * @param {boolean} fresh whether the browser's own copy is to be left aside
 */
async function fetched(address, fresh) {
  try {
    const answer = await fetch(address, fresh ? { cache: "reload" } : {});
    if (answer.ok) return JSON.parse((await answer.text()).slice("pivot(".length, -1));
  } catch {
    // Told below, as for an answer that is an error.
  }
  throw new Unreadable(address);
}

/** @param {string} address */
function run(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => {
      script.remove();
      resolve(received);
    };
    script.onerror = () => reject(new Unreadable(address));
    document.head.append(script);
  });
}

/** What the last script gave: its `load` event comes before any other script runs. @type {any} */
let received;
/** @type {any} */ (globalThis).pivot = (/** @type {any} */ json) => { received = json; };
