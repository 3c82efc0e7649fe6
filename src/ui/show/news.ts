/** The outcome of a step, which the head of its page says. */
export interface News {
  tone: 'good' | 'bad'
  text: string
}
