import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PlainPage } from '~/components/people/plain-page.tsx'
import { Row, Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { localeOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { plainPage } from '~/http/plain-page.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((_t, data) => data?.page.title ?? '')

export async function loader({ request }: LoaderFunctionArgs) {
  return { page: plainPage('open-data', await localeOf(request)) }
}

const files = ['needs', 'problems', 'decisions', 'organisations'] as const

export default function OpenData() {
  const { page } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <PlainPage page={page}>
      <Section title={t('people.openData.files')} intro={t('people.openData.intro')}>
        <Rows>
          {files.map((file) => (
            <Row
              key={file}
              title={
                <a href={paths.openData(file)} download>
                  {t(`people.openData.${file}.title`)}
                </a>
              }
            >
              <p>{t(`people.openData.${file}.text`)}</p>
            </Row>
          ))}
        </Rows>
      </Section>
    </PlainPage>
  )
}
