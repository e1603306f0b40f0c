import { Form } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import type { GlyphName } from '~/components/ui/glyph.tsx'
import { Glyph } from '~/components/ui/glyph.tsx'
import { OwnWords, Sentence } from '~/components/ui/own-words.tsx'
import { Row, Rows } from '~/components/ui/row.tsx'
import { Time } from '~/components/ui/time.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { noticePath, noticeSentence, noticeWords, type ToldNotice } from './notice-sentence.ts'

export interface NoticeRow extends ToldNotice {
  id: string
  at: Date
  readAt: Date | null
}

const signs: Record<string, GlyphName> = {
  need: 'need',
  problem: 'problem',
  round: 'round',
  decision: 'decision',
  meeting: 'decision',
  import: 'plus',
  organisation: 'need',
  network: 'need',
}

export function NoticeList({ notices }: { notices: NoticeRow[] }) {
  const { t } = useI18n()
  return (
    <Rows className="notice-rows">
      {notices.map((notice) => (
        <Row
          key={notice.id}
          compact
          lead={<Time at={notice.at} withTime />}
          title={
            <>
              <Glyph name={signs[notice.noun] ?? 'info'} />
              <Sentence {...noticeWords(notice)} />
            </>
          }
          to={noticePath(notice)}
        >
          {notice.data.reason && (
            <p className="meta">
              {t('notices.reason')}: <OwnWords>{notice.data.reason}</OwnWords>
            </p>
          )}
          {!notice.readAt && (
            <Form method="post" action={paths.noticeReading(notice.id)}>
              <Button
                variant="tertiary"
                small
                aria-label={t('notices.markThis', { sentence: noticeSentence(t, notice) })}
              >
                {t('notices.mark')}
              </Button>
            </Form>
          )}
        </Row>
      ))}
    </Rows>
  )
}
