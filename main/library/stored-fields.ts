/** An article's fields as a library may hold them: earlier importers did not cut what is longer than it takes now. */
import { z } from "zod";
import type { ArticleFields } from "../../preload/model/article.ts";
import { articleFieldsSchema } from "../../preload/model/article.ts";

export const storedFieldsSchema = z.object({
  kicker: z.string(),
  title: z.string(),
  subtitle: z.string(),
  byline: z.string(),
  publication: z.string(),
  issuedOn: articleFieldsSchema.shape.issuedOn,
  page: z.string(),
  pageName: z.string(),
  credits: z.string(),
}) satisfies z.ZodType<ArticleFields>;
