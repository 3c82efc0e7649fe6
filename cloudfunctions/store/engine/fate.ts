import { type Gone, unnamed } from '#core/account/unnamed'

/** What becomes of a document: it goes, or it stays as answered. The same object means that it names nobody. */
export type Outcome<Doc> = Doc | 'remove'

/** What becomes of a collection's documents when a person is forgotten, or why nobody needs to look at them. */
export type Fate<Doc> = { readonly kept: string } | { readonly rule: Rule<Doc> }
type Rule<Doc> = (stored: Doc, gone: Gone) => Outcome<Doc>

/** Nobody looks at them: they name nobody. */
export const remains = (why: string): { kept: string } => ({ kept: why })

/** By a rule of its own. */
export const by = <Doc>(rule: Rule<Doc>): { rule: Rule<Doc> } => ({ rule })

/** The document stays and loses the name. */
export const losesName: { rule: <Doc>(stored: Doc, gone: Gone) => Doc } = {
  rule: (stored, { memberId, name }) => unnamed(stored, memberId, name),
}

/** It belongs to whom these fields name, and goes with them. What belongs to others loses the name. */
export const goesWith = <Owner extends string>(
  ...owners: Owner[]
): {
  rule: <Doc extends { readonly [Name in Owner]: string | null }>(stored: Doc, gone: Gone) => Outcome<Doc>
} => ({
  rule: (stored, gone) =>
    owners.some((owner) => stored[owner] === gone.memberId) ? 'remove' : losesName.rule(stored, gone),
})
