/**
 * Reads the index's files from disk, where browsers refuse to fetch: each is run as a script. Loaded then.
 */

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
export function run(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => {
      script.remove();
      resolve(received);
    };
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

/** What the last script gave: its `load` event comes before any other script runs. @type {any} */
let received;
/** @type {any} */ (globalThis).pivot = (/** @type {any} */ json) => { received = json; };
