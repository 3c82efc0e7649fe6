/** The address of the page in front, with its query. */
export const addressInFront = (): string => location.hash.slice(1)
