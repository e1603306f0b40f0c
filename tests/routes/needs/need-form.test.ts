import { describe, expect, it } from 'vitest'
import * as check from '../../../app/routes/needs.$id.form.check.tsx'
import * as form from '../../../app/routes/needs.$id.form.$step.tsx'
import * as draft from '../../../app/routes/needs.$id.draft.tsx'
import * as receipt from '../../../app/routes/needs.$id.receipt.tsx'
import * as removal from '../../../app/routes/needs.$id.removal.tsx'
import * as similar from '../../../app/routes/needs.$id.similar.tsx'
import * as submission from '../../../app/routes/needs.$id.submission.tsx'
import * as start from '../../../app/routes/needs.new.tsx'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { saveNeedDraft } from '../../../app/domain/needs/draft-commands.server.ts'
import { aDraft, aNeed, someWords, stored } from '../../support/builders-needs.ts'
import { get, post } from '../../support/requests.ts'
import { answer as page } from '../../support/site.tsx'
import { failed, load, send } from './support.ts'

const stranger = async () => aRepresentative((await anOrganisation()).id)

describe('/needs/new', () => {
  it('shows the organisations and drafts of the person', async () => {
    const { id, author, organisationId } = await aDraft()
    const answer = await load(start.loader, '/needs/new', {}, author)
    expect(answer.body).toMatchObject({ organisations: [{ id: organisationId }], drafts: [{ id }] })
  })

  it('begins a draft and goes to its first page', async () => {
    const organisation = await anOrganisation()
    const author = await aRepresentative(organisation.id)
    const answer = await send(start.action, '/needs/new', { organisationId: organisation.id }, {}, author)
    expect(answer).toMatchObject({ status: 302, location: expect.stringMatching(/^\/needs\/\w{20}\/form\/need$/) })
  })

  it('asks for an organisation', async () => {
    const answer = await send(start.action, '/needs/new', {}, {}, await stranger())
    expect(answer).toEqual(failed(400, { errors: { organisationId: expect.anything() } }))
  })

  it('refuses other people’s organisations, and those who have none', async () => {
    const organisation = await anOrganisation()
    for (const person of [await stranger(), await aCoordinator()])
      expect((await send(start.action, '/needs/new', { organisationId: organisation.id }, {}, person)).status).toBe(403)
  })

  it('sends those who are not signed in to sign in, and keeps what they sent', async () => {
    expect(await load(start.loader, '/needs/new')).toMatchObject({
      status: 302,
      location: '/sign-in?back=%2Fneeds%2Fnew',
    })
    expect(await send(start.action, '/needs/new', { organisationId: 'x' })).toMatchObject({
      status: 401,
      body: { typed: { organisationId: 'x' } },
    })
  })
})

describe('/needs/:id/form/:step', () => {
  it('shows a page with what has been answered', async () => {
    const { id, author } = await aDraft()
    const answer = await load(form.loader, `/needs/${id}/form/need`, { id, step: 'need' }, author)
    expect(answer.body).toMatchObject({ step: 'need', number: 1, content: someWords })
  })

  it('saves the page and goes to the next', async () => {
    const { id, author } = await aDraft()
    const answer = await send(
      form.action,
      `/needs/${id}/form/affected`,
      { affected: 'Undersköterskor', needArea: 'access', domainArea: '' },
      { id, step: 'affected' },
      author,
    )
    expect(answer).toMatchObject({ status: 302, location: `/needs/${id}/form/tried` })
    expect(await stored(id)).toMatchObject({
      affected: 'Undersköterskor',
      needArea: 'access',
      domainArea: null,
      step: 'tried',
    })
  })

  it('remembers how far one has come when one goes back', async () => {
    const { id, author } = await aDraft()
    await send(form.action, `/needs/${id}/form/urgency`, { urgency: 'high' }, { id, step: 'urgency' }, author)
    await send(form.action, `/needs/${id}/form/need`, someWords, { id, step: 'need' }, author)
    expect((await stored(id)).step).toBe('check')
  })

  it('keeps what was typed when something is missing or too long', async () => {
    const { id, author } = await aDraft()
    const typed = { title: '', description: 'x'.repeat(4001) }
    const answer = await send(form.action, `/needs/${id}/form/need`, typed, { id, step: 'need' }, author)
    expect(answer).toEqual(
      failed(400, {
        typed,
        errors: {
          title: { key: 'needs.form.title.missing', values: { min: 1 } },
          description: { key: 'common.form.tooLong', values: { max: 4000 } },
        },
      }),
    )
    expect(await stored(id)).toMatchObject(someWords)
  })

  it('saves half an answer for later', async () => {
    const { id, author } = await aDraft()
    const answer = await send(
      form.action,
      `/needs/${id}/form/need`,
      { title: 'Halvt', description: '', later: '1' },
      { id, step: 'need' },
      author,
    )
    expect(answer).toMatchObject({ status: 302, location: '/needs?own=1' })
    expect(await stored(id)).toMatchObject({ title: 'Halvt', description: '' })
  })

  it('loses nothing that is too long to be saved for later', async () => {
    const { id, author } = await aDraft()
    const typed = { title: 'Halvt', description: 'x'.repeat(4001) }
    const answer = await send(
      form.action,
      `/needs/${id}/form/need`,
      { ...typed, later: '1' },
      { id, step: 'need' },
      author,
    )
    expect(answer).toEqual(
      failed(400, {
        errors: { description: expect.objectContaining({ key: 'common.form.tooLong' }) },
        typed: expect.objectContaining(typed),
      }),
    )
    expect(await stored(id)).toMatchObject(someWords)
  })

  it('shows what a colleague wrote meanwhile beside what one has typed, and saves it when sent again', async () => {
    const { id, author, organisationId } = await aDraft()
    const colleague = await aRepresentative(organisationId)
    const address = `/needs/${id}/form/need`
    const params = { id, step: 'need' }
    const opened = async () => (await load(form.loader, address, params, author)).body as { seen: string }
    const { seen } = await opened()
    await saveNeedDraft(colleague, id, { title: 'Kollegans' })
    const typed = { title: 'Min', description: 'Mitt.', seen }
    const stale = { message: { key: 'refusals.stale', values: {} }, typed }
    expect(await send(form.action, address, typed, params, author)).toEqual(failed(409, stale))
    expect(await send(form.action, address, { ...typed, later: '1' }, params, author)).toMatchObject({ status: 409 })
    const autosaved = await send(draft.action, '/', { ...typed, step: 'need' }, { id }, author)
    expect(autosaved).toMatchObject({ status: 409, body: '{"stale":true}' })
    expect(await stored(id)).toMatchObject({ title: 'Kollegans' })
    const html = await (await page(await post(address, typed, author))).text()
    for (const words of ['Kollegans', 'value="Min"', (await opened()).seen]) expect(html).toContain(words)
    expect((await send(form.action, address, { ...typed, ...(await opened()) }, params, author)).status).toBe(302)
    expect(await stored(id)).toMatchObject({ title: 'Min' })
  })

  it('asks in one’s own other window, and not on the page that wrote the draft itself', async () => {
    const { id, author } = await aDraft()
    const address = `/needs/${id}/form/need`
    const hidden = async () => {
      const html = await (await page(await get(address, author))).text()
      const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
      return { seen: value('seen'), mark: value('mark') }
    }
    const [first, second] = [await hidden(), await hidden()]
    const write = (title: string, opened: object) => ({ title, description: 'Vårt.', ...opened })
    // The answer of what is saved while one writes has not come before the button is pressed.
    const saved = await send(draft.action, '/', { ...write('Sparat', first), step: 'need' }, { id }, author)
    expect(saved.status).toBe(200)
    expect(await send(form.action, address, write('Först', first), { id, step: 'need' }, author)).toMatchObject({
      status: 302,
    })
    expect(await send(form.action, address, write('Sedan', second), { id, step: 'need' }, author)).toMatchObject({
      status: 409,
    })
    expect(await stored(id)).toMatchObject({ title: 'Först' })
  })

  it('sends what is too secret elsewhere, and stores nothing of the page', async () => {
    const { id, author } = await aDraft()
    const answer = await send(
      form.action,
      `/needs/${id}/form/data`,
      { confidentiality: '3', legalQuestions: 'Hemligt' },
      { id, step: 'data' },
      author,
    )
    expect(answer).toEqual(
      failed(409, {
        message: { key: 'refusals.needTooSecret', values: { level: 3 } },
        typed: { confidentiality: '3', legalQuestions: 'Hemligt' },
      }),
    )
    expect(await stored(id)).toMatchObject({ confidentiality: 0, legalQuestions: '' })
  })

  it('has no other pages than its own', async () => {
    const { id, author } = await aDraft()
    expect((await load(form.loader, `/needs/${id}/form/other`, { id, step: 'other' }, author)).status).toBe(404)
    expect((await send(form.action, `/needs/${id}/form/other`, {}, { id, step: 'other' }, author)).status).toBe(404)
  })

  it('does not exist for anyone but the organisation', async () => {
    const { id } = await aDraft()
    for (const person of [await stranger(), await aCoordinator()]) {
      expect((await load(form.loader, `/needs/${id}/form/need`, { id, step: 'need' }, person)).status).toBe(404)
      expect((await send(form.action, `/needs/${id}/form/need`, someWords, { id, step: 'need' }, person)).status).toBe(
        404,
      )
      expect((await load(check.loader, `/needs/${id}/form/check`, { id }, person)).status).toBe(404)
      expect((await send(submission.action, `/needs/${id}/submission`, {}, { id }, person)).status).toBe(404)
      expect((await load(removal.loader, `/needs/${id}/removal`, { id }, person)).status).toBe(404)
      expect((await send(removal.action, `/needs/${id}/removal`, {}, { id }, person)).status).toBe(404)
    }
  })

  it('is over when the need has been submitted', async () => {
    const { id, author } = await aNeed()
    for (const loader of [form.loader, check.loader, removal.loader])
      expect(await load(loader, '/', { id, step: 'need' }, author)).toMatchObject({
        status: 302,
        location: `/needs/${id}`,
      })
    expect(await send(form.action, '/', { title: 'a', description: 'b' }, { id, step: 'need' }, author)).toEqual(
      failed(409, { message: { key: 'refusals.needNotDraft', values: {} } }),
    )
  })
})

describe('autosaving', () => {
  it('saves what fits and answers with the time', async () => {
    const { id, author } = await aDraft()
    const answer = await send(
      draft.action,
      `/needs/${id}/draft`,
      { step: 'need', title: 'Nytt', description: 'x'.repeat(4001) },
      { id },
      author,
    )
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body as string)).toEqual({
      savedAt: expect.stringMatching(/^\d{4}-/),
      seen: expect.any(String),
    })
    expect(await stored(id)).toMatchObject({ title: 'Nytt', description: someWords.description })
  })

  it('does not save for strangers, without a session, after submission or for no page', async () => {
    const { id, author } = await aDraft()
    const fields = { step: 'need', title: 'Kapat' }
    expect((await send(draft.action, '/', fields, { id }, await stranger())).status).toBe(404)
    expect((await send(draft.action, '/', fields, { id })).status).toBe(401)
    expect((await send(draft.action, '/', { title: 'Kapat' }, { id }, author)).status).toBe(404)
    expect((await load(draft.loader, '/', { id }, author)).status).toBe(404)
    const submitted = await aNeed()
    expect((await send(draft.action, '/', fields, { id: submitted.id }, submitted.author)).status).toBe(409)
    expect((await stored(id)).title).toBe(someWords.title)
  })
})

describe('what is similar while one writes', () => {
  it('answers those who write, and nobody else', async () => {
    const { id, author } = await aDraft()
    const answer = await send(similar.action, '/', { title: 'Fall på äldreboenden' }, { id }, author)
    expect(answer.status).toBe(200)
    expect(Array.isArray(JSON.parse(answer.body as string))).toBe(true)
    expect((await send(similar.action, '/', { title: 'Fall' }, { id }, await stranger())).status).toBe(404)
    expect((await send(similar.action, '/', { title: 'Fall' }, { id })).status).toBe(401)
    expect((await load(similar.loader, '/', { id }, author)).status).toBe(404)
  })
})

describe('check, submission and receipt', () => {
  it('lead to a number and what happens next', async () => {
    const { id, author } = await aDraft()
    expect((await load(check.loader, '/', { id }, author)).body).toMatchObject({ content: someWords })
    expect(await send(submission.action, '/', {}, { id }, author)).toMatchObject({
      status: 302,
      location: `/needs/${id}/receipt`,
    })
    expect(await send(submission.action, '/', {}, { id }, author)).toMatchObject({
      status: 302,
      location: `/needs/${id}/receipt`,
    })
    expect((await load(receipt.loader, '/', { id }, author)).body).toMatchObject({
      registryNumber: expect.stringMatching(/^\d{4}-\d{4}$/),
      due: expect.any(Date),
    })
    expect((await load(receipt.loader, '/', { id }, await stranger())).status).toBe(404)
  })

  it('show the description as the page of the need will show it', async () => {
    const { id, author } = await aDraft({ description: 'Vi vill\n\n- söka\n- **hitta**' })
    const { html } = (await load(check.loader, '/', { id }, author)).body as { html: string }
    expect(html).toContain('<li>söka</li>')
    expect(html).toContain('<strong>hitta</strong>')
  })

  it('ask for another check where a colleague has changed an answer', async () => {
    const { id, author, organisationId } = await aDraft()
    const { seen } = (await load(check.loader, '/', { id }, author)).body as { seen: string }
    await saveNeedDraft(await aRepresentative(organisationId), id, { affected: 'Alla' })
    expect(await send(submission.action, '/', { seen }, { id }, author)).toMatchObject({
      status: 302,
      location: `/needs/${id}/form/check`,
    })
    expect(await stored(id)).toMatchObject({ status: 'draft' })
  })

  it('lead back to the first page while the need says nothing', async () => {
    const { id, author } = await aDraft({ title: '' })
    expect(await load(check.loader, '/', { id }, author)).toMatchObject({
      status: 302,
      location: `/needs/${id}/form/need`,
    })
    expect(await send(submission.action, '/', {}, { id }, author)).toEqual(
      failed(409, { message: { key: 'refusals.needIncomplete', values: {} } }),
    )
    expect((await load(receipt.loader, '/', { id }, author)).status).toBe(404)
  })

  it('can end with the draft thrown away', async () => {
    const { id, author } = await aDraft()
    expect((await load(removal.loader, '/', { id }, author)).body).toMatchObject({ id })
    expect(await send(removal.action, '/', {}, { id }, author)).toMatchObject({ status: 302, location: '/needs?own=1' })
    expect(await stored(id)).toBeUndefined()
  })
})
