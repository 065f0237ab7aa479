/** What the team and the partners do in a day, on one platform: each suite knows what it made by a mark of its own. */
import './daily.suite.ts';
import './console.suite.ts';
import './team.suite.ts';
import './desks.suite.ts';
