/** Opens a picture by itself, where the browser's own keys and gestures enlarge it. */
export function showPictures(_addresses: readonly string[], first: string): void {
  window.open(first, '_blank', 'noopener')
}
