/** What holds of every page and form, on one platform that has one of everything. What only reads comes first. */
import './every-page.suite.ts';
import './degraded.suite.ts';
import './forms.suite.ts';
