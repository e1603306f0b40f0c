import { expect, test } from '@playwright/test'
import { watchComplaints } from './support.ts'

test('who clicks while the scripts take over the page is answered, and nothing breaks', async ({ page }) => {
  const complaints = watchComplaints(page)
  await page.addInitScript(() => {
    // React draws on messages to itself: while they are on their way, it listens but has not drawn.
    const post = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (message) {
      setTimeout(() => post.call(this, message), 300)
    }
    const look = setInterval(() => {
      if (!Object.keys(document).some((key) => key.startsWith('_reactListening'))) return
      clearInterval(look)
      document.querySelector('summary')?.click()
    })
  })
  await page.goto('/sign-in')
  await expect(page.locator('details').first()).toHaveAttribute('open')
  await page.getByRole('button', { name: 'Ingrid Ståhl' }).first().click()
  await expect(page).not.toHaveURL(/sign-in$/)
  expect(complaints).toEqual([])
})
