/** In a browser the frame of the page itself shows its title. */
export function useBarTitle(_title: string | undefined): void {}
