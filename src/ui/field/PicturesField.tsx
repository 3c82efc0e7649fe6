import { useState } from 'react'
import { pictureText as words } from '#text/shared/picture'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { mustAgree } from '#ui/device/privacySetting'
import { Failure } from '#ui/form/Failure'
import { type ChosenPicture, choosePictures } from '#ui/picture/choosePictures'
import { Picture } from '#ui/picture/Picture'
import { AgreeSheet } from '#ui/sheet/AgreeSheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import './Field.scss'
import './PicturesField.scss'

/** One picture on a form: on the phone, on its way, there, or not sent and why. */
export interface FormPicture {
  key: string
  address: string
  state: 'waiting' | 'sending' | 'ready' | 'failed'
  /** Parts, while it is on its way. */
  sent?: number
  parts?: number
  failure?: string
  mayRetry?: boolean
}

/** The pictures of a form, as `cloud/usePictures` holds them. */
export interface HeldPictures {
  pictures: readonly FormPicture[]
  most: number
  add: (chosen: readonly ChosenPicture[]) => Promise<void>
  remove: (key: string) => void
  retry: (key: string) => void
}

export interface PicturesFieldProps {
  label?: string
  /** What to take, and that none is needed. */
  hint: string
  held: HeldPictures
}

/** Takes pictures from camera or album; each says where it stands, can be sent again and taken away. */
export function PicturesField({ label = words.label, hint, held }: PicturesFieldProps) {
  const { pictures, most } = held
  const [choosing, setChoosing] = useState<'asking' | 'opening'>()
  const [wrong, setWrong] = useState<string>()

  async function choose() {
    setChoosing('opening')
    setWrong(undefined)
    const { pictures: chosen, unreadable, denied } = await choosePictures(most - pictures.length)
    await held.add(chosen)
    if (denied) setWrong(words.noCamera)
    else if (unreadable > 0) setWrong(words.unreadable(unreadable))
    setChoosing(undefined)
  }
  const press = async () => {
    if (await mustAgree()) setChoosing('asking')
    else await choose()
  }
  return (
    <Box className='field' role='group' label={label}>
      <Box className='field-label' silent>
        {label}
      </Box>
      <Box className='field-hint'>{hint}</Box>
      <Maybe>
        {pictures.length > 0 && (
          <Box className='pictures'>
            {pictures.map((picture, at) => (
              <PictureLine key={picture.key} number={at + 1} picture={picture} held={held} />
            ))}
          </Box>
        )}
      </Maybe>
      <Failure>{wrong}</Failure>
      <Maybe>
        {pictures.length < most && (
          <Button look='quiet' busy={choosing === 'opening'} onPress={press}>
            {pictures.length === 0 ? words.add : words.addMore(most - pictures.length)}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {choosing === 'asking' && (
          <AgreeSheet
            why={words.why}
            refuse={words.refuse}
            onAnswer={(agreed) => {
              setChoosing(undefined)
              if (agreed) void choose()
            }}
          />
        )}
      </Maybe>
    </Box>
  )
}

interface PictureLineProps {
  number: number
  picture: FormPicture
  held: HeldPictures
}

function PictureLine({ number, picture, held }: PictureLineProps) {
  const { key, address, state, failure, mayRetry } = picture
  return (
    <Box className='picture-line'>
      <Picture className='picture-small' src={address} alt={words.nth(number)} />
      <Box className='picture-words'>
        <Box className={state === 'failed' ? 'picture-failed' : 'soft'} live='polite'>
          {stateWords(picture)}
        </Box>
        <Maybe>{state === 'failed' && failure && <Box className='soft'>{failure}</Box>}</Maybe>
        <Maybe>
          {state === 'failed' && mayRetry && (
            <LineButton label={words.retryNth(number)} onPress={() => held.retry(key)}>
              {words.retry}
            </LineButton>
          )}
        </Maybe>
      </Box>
      <LineButton label={words.removeNth(number)} onPress={() => held.remove(key)}>
        {words.remove}
      </LineButton>
    </Box>
  )
}

const stateWords = ({ state, sent = 0, parts = 1 }: FormPicture): string =>
  state === 'sending' ? words.sending(sent, parts) : words[state]
