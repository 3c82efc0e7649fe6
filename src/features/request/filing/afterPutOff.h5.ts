/** Without a network a browser cannot fetch another page: the form itself says that it is kept. */
export function afterPutOff(): void {}
