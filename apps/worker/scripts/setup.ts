type Made =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly status: number; readonly detail: string };

/** Makes an admin token with the setup secret, which is thereby used up. */
export const setUp = async ({
  url,
  secret,
  label,
}: {
  readonly url: string;
  readonly secret: string;
  readonly label: string;
}): Promise<Made> => {
  const answer = await fetch(new URL('/v1/setup', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, label }),
  });
  const said = (await answer.json().catch(() => ({}))) as { readonly token?: string; readonly detail?: string }; // the API's shapes
  return answer.ok && said.token !== undefined
    ? { ok: true, token: said.token }
    : { ok: false, status: answer.status, detail: said.detail ?? '' };
};
