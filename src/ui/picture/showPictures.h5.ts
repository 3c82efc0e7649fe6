/** Opens a picture alone, so that the browser's own keys and gestures enlarge it. */
export function showPictures(_addresses: readonly string[], first: string): void {
  window.open(first, '_blank', 'noopener')
}
