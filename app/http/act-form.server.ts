/**
 * The fields of a posted form, and of its address where the form does not have them. A link back in a notice, and a
 * button that posts without a form of its own, carry what they are about in the address.
 */
export async function actForm(request: Request): Promise<FormData> {
  const form = await request.formData()
  const posted = new Set(form.keys())
  for (const [name, value] of new URL(request.url).searchParams) if (!posted.has(name)) form.append(name, value)
  return form
}
