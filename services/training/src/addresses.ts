import { publicBaseUrl } from '@ateneu/service-kit';

/** The address of a session's page: the website's, or the API's own answer where no website is known. */
export function sessionAddress({
  PUBLIC_URL,
  sessionPage,
}: {
  PUBLIC_URL: string;
  sessionPage: string | undefined;
}): (id: string) => string {
  const serviceUrl = publicBaseUrl({ name: 'training' }, { PUBLIC_URL });
  return (id) => (sessionPage ?? `${serviceUrl}/v1/sessions/{id}`).replace('{id}', id);
}
