/** Does nothing: without a network a browser cannot load another page, so the form says that the request is kept. */
export function afterPutOff(): void {}
