/**
 * Reads the index's files: each is JSON in the parentheses of a call, fetched as text from a web server.
 */

/**
 * @param {URL} folder where the index is
 * @returns {(name: string, fresh?: boolean) => Promise<any>}
 */
export function reader(folder) {
  return async (name, fresh = false) => {
    const address = new URL(`${name}.js`, folder);
    if (address.protocol === "file:") return (await import("./recherche-fichiers.js")).run(address.href);
    return fetched(address.href, fresh);
  };
}

/**
 * @param {string} address
 * @param {boolean} fresh whether the browser's own copy is to be left aside
 */
async function fetched(address, fresh) {
  const answer = await fetch(address, fresh ? { cache: "reload" } : {});
  if (!answer.ok) throw new Error(address);
  return JSON.parse((await answer.text()).slice("pivot(".length, -1));
}
