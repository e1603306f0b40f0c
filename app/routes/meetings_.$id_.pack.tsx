import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MaskedText } from '~/components/committee/masked-text.tsx'
import { PackItems } from '~/components/committee/pack-items.tsx'
import { RecordHash } from '~/components/committee/verification.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { PrintButton } from '~/components/ui/print-button.tsx'
import { PrintHead } from '~/components/ui/print-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Time } from '~/components/ui/time.tsx'
import { calendarDate } from '~/domain/clock.ts'
import { findPack } from '~/domain/committee/decision-pack.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { seesRestricted } from '~/domain/people/person.ts'
import { authority } from '~/http/authority.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { printStyle } from '~/http/print-style.ts'
import { found, permit } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

const title = pageTitle((t) => t('committee.pack.title'))
export const meta: MetaFunction<typeof loader> = (args) => [
  ...(title(args) ?? []),
  printStyle(paths.meetingAct(args.params.id ?? '', 'print.css')),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const pack = found(await findPack(viewer, params.id ?? ''))
  permit(can(viewer, 'meeting.seePack'))
  return {
    pack,
    id: params.id ?? '',
    authority: authority(await localeOf(request)).name,
    restricted: !seesRestricted(viewer),
  }
}

export default function DecisionPack() {
  const { pack, id, authority, restricted } = useLoaderData<typeof loader>()
  const { t, date } = useI18n()
  const body = t(`committee.bodies.${pack.body}`)
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('committee.meetings.title'), to: paths.meetings() },
          { label: pack.title, own: true, to: paths.meeting(id) },
          { label: t('committee.pack.title') },
        ]}
      />
      <Page record>
        <PrintHead
          authority={authority}
          body={body}
          record={t('committee.pack.record')}
          date={calendarDate(new Date(pack.startsAt))}
          number={t('committee.meetings.numberHead', { number: pack.number })}
        />
        <PageHead
          kind={{ glyph: 'decision', text: t('committee.pack.title') }}
          notes={[body, t('committee.meetings.number', { number: pack.number })]}
          title={<MaskedText text={pack.title} />}
          lead={t('committee.pack.frozen', { date: date(pack.calledAt) })}
          actions={<PrintButton>{t('committee.pack.print')}</PrintButton>}
          facts={[
            { label: t('committee.meeting.when'), value: <Time at={new Date(pack.startsAt)} withTime /> },
            { label: t('committee.meeting.place'), value: pack.place && <MaskedText text={pack.place} /> },
            { label: t('committee.meeting.chair'), value: pack.chair?.name },
            { label: t('committee.meeting.secretary'), value: pack.secretary?.name },
            {
              label: t('committee.meeting.quorum'),
              value: t('committee.meeting.quorumValue', { required: pack.quorum, members: pack.members.length }),
            },
          ]}
        />
        {!pack.intact && <Notice kind="error" className="after-head" title={t('committee.pack.broken')} />}
        {restricted && <p className="after-head meta">{t('committee.pack.restricted')}</p>}
        <PackItems items={pack.items} meetingId={id} mayRecuse={pack.mayRecuse} />
        <Section className="section--sign" title={t('committee.pack.hash')}>
          {pack.intact && <p>{t('committee.pack.intact')}</p>}
          <RecordHash hash={pack.hash} verified={null} checkTo={null} />
        </Section>
      </Page>
    </>
  )
}
