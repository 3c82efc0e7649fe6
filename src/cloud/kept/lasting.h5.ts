// What must survive a closed tab is kept in the browser's own database. The database is emptied at sign-in and
// sign-out, since the computer may belong to a library.

const databaseName = 'linli'
const storeName = 'lasting'

let opening: Promise<IDBDatabase | undefined> | undefined
/** This page's memory, for a browser that gives no database, as some do in private windows. */
const memory = new Map<string, unknown>()

function database(): Promise<IDBDatabase | undefined> {
  opening ??= new Promise((resolve) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => resolve(undefined)
  })
  return opening
}

async function within<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<{ value: Value } | undefined> {
  const open = await database()
  if (!open) return undefined
  return new Promise((resolve) => {
    const transaction = open.transaction(storeName, mode)
    const request = ask(transaction.objectStore(storeName))
    transaction.oncomplete = () => resolve({ value: request.result })
    transaction.onabort = () => resolve(undefined)
    transaction.onerror = () => resolve(undefined)
  })
}

/** What was kept under a name; undefined where there is nothing. */
export async function lasting<Value>(name: string): Promise<Value | undefined> {
  if (memory.has(name)) return memory.get(name) as Value
  return (await within('readonly', (store) => store.get(name) as IDBRequest<Value | undefined>))?.value
}

/** Keeps a value, which may be a Blob. */
export async function keepLasting(name: string, value: unknown): Promise<void> {
  if (await within('readwrite', (store) => store.put(value, name))) memory.delete(name)
  else memory.set(name, value)
}

/** Replaces what was kept by the result of `change`. No other tab writes in between. Undefined keeps nothing. */
export async function changeLasting<Value>(
  name: string,
  change: (before: Value | undefined) => Value | undefined,
): Promise<Value | undefined> {
  let after: Value | undefined
  const done = await within('readwrite', (store) => {
    const asking = store.get(name) as IDBRequest<Value | undefined>
    asking.onsuccess = () => {
      after = change(asking.result)
      if (after === undefined) store.delete(name)
      else store.put(after, name)
    }
    return asking
  })
  if (done) return after
  after = change(memory.get(name) as Value | undefined)
  if (after === undefined) memory.delete(name)
  else memory.set(name, after)
  return after
}

export async function discardLasting(name: string): Promise<void> {
  memory.delete(name)
  await within('readwrite', (store) => store.delete(name))
}

/** Removes everything, when another person signs in or the person signs out. */
export async function discardAllLasting(): Promise<void> {
  memory.clear()
  await within('readwrite', (store) => store.clear())
}
