/** A function that never comes to an end. */
export function main(): never {
  for (;;);
}
