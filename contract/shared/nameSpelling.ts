import { withoutHidden } from './text'

/**
 * A person's name in one spelling: without spaces and what nobody sees, in one width and case, with one kind of
 * dot. It compares what people type; what is shown stays as it was written.
 */
export const nameSpelling = (name: string): string =>
  withoutHidden(name)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[•・‧∙⋅.。]/g, '·')
