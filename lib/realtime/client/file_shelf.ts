/** Where the bytes of what is not sent yet live between visits. All of it is best effort. */
export interface FileShelf {
  put(key: string, files: readonly File[]): Promise<void>;
  /** Null where nothing is kept under the key, or keeping is denied. */
  get(key: string): Promise<readonly File[] | null>;
  remove(key: string): Promise<void>;
  /** Removes everything but these, and what is chosen for a message that is not sent yet (`draft:`). */
  keepOnly(keys: ReadonlySet<string>): Promise<void>;
}

const STORE = "files";

/** Keeps files in the browser's own database, apart for each person of this device. */
export function createFileShelf(user_id: number): FileShelf {
  let opening: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    return opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(`peyk:${user_id}`, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  /** Null wherever it does not work: denied, full, or broken. */
  async function run<T>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | null> {
    try {
      const transaction = (await open()).transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      return await new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = transaction.onerror = () => reject(transaction.error);
      });
    } catch {
      return null;
    }
  }

  return {
    put: async (key, files) => void await run("readwrite", (store) => store.put(files, key)),
    async get(key) {
      const found: unknown = await run("readonly", (store) => store.get(key));
      return Array.isArray(found) && found.every((one) => one instanceof File) ? found : null;
    },
    remove: async (key) => void await run("readwrite", (store) => store.delete(key)),
    async keepOnly(keys) {
      for (const key of await run("readonly", (store) => store.getAllKeys()) ?? []) {
        if (!keys.has(String(key)) && !String(key).startsWith("draft:")) {
          await run("readwrite", (store) => store.delete(key));
        }
      }
    },
  };
}
