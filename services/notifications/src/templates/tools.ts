import { formats } from './format.ts';
import type { ToolsFor } from './mail-template.ts';

/** Makes the tools of the texts. `initiativePage` is an address with `{slug}` in it, where the website has such a page. */
export function createTools(initiativePage: string | undefined): ToolsFor {
  const pageOf = (slug: string): string | undefined => initiativePage?.replace('{slug}', encodeURIComponent(slug));
  return (language) => ({ ...formats[language], initiativePage: pageOf });
}
