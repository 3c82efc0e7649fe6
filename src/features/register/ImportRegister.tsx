import Taro from '@tarojs/taro'
import { useState } from 'react'
import { registerImportText as words } from '#text/register/registerImport'
import { Button } from '#ui/button/Button'
import { chooseFile } from '#ui/device/chooseFile'
import { Banner } from '#ui/page/Banner'
import { useAgreement } from '#ui/sheet/useAgreement'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { Cell } from '#ui/show/Row'
import { type BadRow, type ImportCourse, useRegisterImport } from './useRegisterImport'

/** WeChat does not draw more rows smoothly. The whole list can be copied. */
const rowsShown = 40
const largestBytes = 10 * 1024 * 1024

/** Imports a register: the person chooses a file, has it checked, reads its faults, and imports it. */
export function ImportRegister() {
  const { course, check, begin, goOn } = useRegisterImport()
  const { ask, sheet } = useAgreement()
  const [name, setName] = useState<string>()
  const [news, setNews] = useState<{ tone: 'good' | 'bad'; text: string }>()

  async function choose() {
    setNews(undefined)
    try {
      const file = await chooseFile(['csv', 'txt'])
      if (!file) return
      if (file.bytes.length > largestBytes) return setNews({ tone: 'bad', text: words.tooLarge })
      setName(file.name)
      check(file.bytes)
    } catch {
      setNews({ tone: 'bad', text: words.unreadable })
    }
  }
  async function copy(data: string, text: string) {
    setNews(undefined)
    await ask({
      ...words.copyAsk,
      go: () =>
        Taro.setClipboardData({ data }).then(
          () => setNews({ tone: 'good', text }),
          () => setNews({ tone: 'bad', text: words.notCopied }),
        ),
      otherwise: () => setNews({ tone: 'bad', text: words.notCopied }),
    })
  }
  const working = course.at === 'checking' || course.at === 'importing'

  return (
    <Box className='stack'>
      <Maybe>
        {course.at === 'start' && (
          <Card title={words.howTitle}>
            {words.how.map((step) => (
              <Box key={step}>{step}</Box>
            ))}
            <Box className='strong'>{words.heading}</Box>
            <Button look='quiet' onPress={() => copy(words.heading, words.copied)}>
              {words.copyHeading}
            </Button>
          </Card>
        )}
        {name !== undefined && course.at !== 'start' && (
          <ImportState name={name} course={course} onCopy={(list) => copy(list, words.listCopied)} />
        )}
      </Maybe>
      <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
      <Maybe>{sheet}</Maybe>
      <Maybe>
        {course.at === 'ready' && <Button onPress={begin}>{words.begin}</Button>}
        {course.at === 'stopped' && <Button onPress={goOn}>{words.goOn}</Button>}
        {!working && (
          <Button
            look={course.at === 'start' || course.at === 'faulty' ? 'primary' : 'quiet'}
            onPress={() => ask({ ...words.chooseAsk, go: choose })}
          >
            {course.at === 'start' ? words.choose : words.chooseAgain}
          </Button>
        )}
      </Maybe>
    </Box>
  )
}

interface ImportStateProps {
  name: string
  course: Exclude<ImportCourse, { at: 'start' }>
  onCopy: (list: string) => void
}

/** The progress of the import. A screen reader reads it when it changes. */
function ImportState({ name, course, onCopy }: ImportStateProps) {
  const file = <Box className='soft small'>{words.chosen(name)}</Box>
  switch (course.at) {
    case 'checking':
    case 'importing':
      return (
        <Card edge='ochre'>
          <Box live='polite'>{words[course.at](course.part, course.parts)}</Box>
          {file}
        </Card>
      )
    case 'faulty':
      return (
        <Card title={words.faultyTitle(new Set(course.errors.map(({ row }) => row)).size)} edge='cinnabar'>
          <Box live='polite'>{words.faulty(course.rows)}</Box>
          {file}
          <Box tag='ul'>
            {course.errors.slice(0, rowsShown).map(({ row, message }) => (
              <Box tag='li' key={`${row} ${message}`}>
                <Cell name={words.row(row)}>{message}</Cell>
              </Box>
            ))}
          </Box>
          {course.errors.length > rowsShown && <Box>{words.moreRows(course.errors.length - rowsShown)}</Box>}
          <Button look='quiet' onPress={() => onCopy(listOf(course.errors))}>
            {words.copyList}
          </Button>
        </Card>
      )
    case 'ready':
      return (
        <Card title={words.readyTitle(course.rows)} edge='pine'>
          <Box live='polite'>{words.ready}</Box>
          <Box>{words.readAs}</Box>
          <Box tag='ul'>
            {course.read.map((read) => (
              <Box tag='li' key={read.row}>
                <Cell name={words.row(read.row)}>{words.rowRead(read)}</Cell>
              </Box>
            ))}
          </Box>
          {file}
        </Card>
      )
    case 'stopped':
      return (
        <Card title={words.stoppedTitle[course.what]} edge='cinnabar'>
          <Box role='alert'>{`${course.message}${words.stopped[course.what]}`}</Box>
          {file}
        </Card>
      )
    case 'imported':
      return (
        <Card title={words.importedTitle(course.rows)} edge='pine'>
          <Box live='polite'>{words.imported(course.changed, course.verified)}</Box>
          <Box>{words.deleteFile}</Box>
        </Card>
      )
  }
}

const listOf = (errors: readonly BadRow[]): string =>
  errors.map(({ row, message }) => `${words.row(row)}\t${message}`).join('\n')
