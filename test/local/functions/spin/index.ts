/** A function that never ends. */
export function main(): never {
  for (;;);
}
