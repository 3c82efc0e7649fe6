import { type Gone, withoutName } from '#core/account/withoutName'

/**
 * What becomes of a document: it is removed, or replaced by the answer. If the answer is the same object, it
 * does not name the person.
 */
export type Outcome<Doc> = Doc | 'remove'

/** What becomes of a collection's documents when a person is forgotten, or why they stay as they are. */
export type Fate<Doc> = { readonly kept: string } | { readonly rule: Rule<Doc> }
type Rule<Doc> = (stored: Doc, gone: Gone) => Outcome<Doc>

/** They stay as they are, for this reason. */
export const remains = (why: string): { kept: string } => ({ kept: why })

/** The collection has its own rule. */
export const by = <Doc>(rule: Rule<Doc>): { rule: Rule<Doc> } => ({ rule })

/** The document stays without the name. */
export const losesName: { rule: <Doc>(stored: Doc, gone: Gone) => Doc } = {
  rule: (stored, { memberId, name }) => withoutName(stored, memberId, name),
}

/** A document goes with the person whom these fields name; in other people's documents only the name goes. */
export const goesWith = <Owner extends string>(
  ...owners: Owner[]
): {
  rule: <Doc extends { readonly [Name in Owner]: string | null }>(stored: Doc, gone: Gone) => Outcome<Doc>
} => ({
  rule: (stored, gone) =>
    owners.some((owner) => stored[owner] === gone.memberId) ? 'remove' : losesName.rule(stored, gone),
})
