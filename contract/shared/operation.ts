import type * as v from 'valibot'

/** The schema of an operation's input. */
export type InputSchema = v.GenericSchema

/** The type of an operation's answer when it is not a refusal; it does not exist at run time. */
export interface Reply<Shape extends object> {
  readonly shape?: Shape
}

/** One operation as both sides know it: the schema of its input beside the type of its reply. */
export interface ContractRow {
  readonly input: InputSchema
  readonly reply: Reply<object>
}

export const reply = <Shape extends object>(): Reply<Shape> => ({})

/** An input after its schema has read it. */
export type Input<Schema extends InputSchema> = v.InferOutput<Schema>
