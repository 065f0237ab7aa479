import { type App, type AppOptions, auditTrailRoute, createApp } from '@ateneu/service-kit';

import { authenticatePartner } from './routes/authenticate-partner.query.ts';
import { createWebhookEndpointRoute } from './routes/create-webhook-endpoint.route.ts';
import { exportPersonRoute } from './routes/export-person.route.ts';
import { getDeliveryRoute } from './routes/get-delivery.route.ts';
import { listDeliveriesRoute } from './routes/list-deliveries.route.ts';
import { listTemplatesRoute } from './routes/list-templates.route.ts';
import { ownWebhookEndpointRoutes, watchWebhookEndpointRoutes } from './routes/manage-webhook-endpoints.route.ts';
import { ownMessagesRoutes } from './routes/own-messages.route.ts';
import { type MailReportOptions, mailReportRoutes } from './routes/mail-reports.route.ts';
import { previewTemplatesRoute } from './routes/preview-templates.route.ts';
import { previewTemplateRoute } from './routes/preview-template.route.ts';
import { resendDeliveryRoute } from './routes/resend-delivery.route.ts';
import type { RouteContext } from './routes/route-context.ts';
import { suppressionRoutes } from './routes/suppressions.route.ts';
import { templateTextRoutes } from './routes/template-texts.route.ts';
import { webhookLogRoutes, webhookSendingRoutes } from './routes/webhook-messages.route.ts';
import { partnerDesk, staffDesk } from './routes/webhook-scope.ts';

/** What the app is made of: everything real comes from the composition. */
export type AppDependencies = Omit<RouteContext, 'app'> & { mailReports: MailReportOptions } & Pick<
    AppOptions,
    'config' | 'logger' | 'readiness' | 'metrics' | 'deadLetters'
  >;

/** Builds the service's HTTP app; it reads no environment and never listens. */
export function buildApp(dependencies: AppDependencies): Promise<App> {
  return createApp({
    ...dependencies,
    service: {
      name: 'notifications',
      title: 'Notifications',
      description: 'What people are told, in which language, and what became of each message.',
      version: '0.1.0',
      tags: {
        Deliveries: 'The log of messages, and sending one again.',
        'Own messages': 'What people see and choose through the link in a message.',
        Reports: 'What mail servers say became of messages: they came back, or their reader complained.',
        Webhooks: 'Where partners have their events posted, and what became of each.',
        Templates: 'The messages there are, and how they look.',
        Privacy: 'What is kept of a person, and who looked at what.',
      },
    },
    auth: { partner: (apiKey) => authenticatePartner(dependencies.database, apiKey) },
    routes: (app) => {
      const context = { ...dependencies, app };
      listDeliveriesRoute(context);
      getDeliveryRoute(context);
      resendDeliveryRoute(context);
      listTemplatesRoute(context);
      previewTemplateRoute(context);
      previewTemplatesRoute(context);
      templateTextRoutes(context);
      ownMessagesRoutes(context);
      suppressionRoutes(context);
      exportPersonRoute(context);
      auditTrailRoute(app, context.database);
      mailReportRoutes(context, dependencies.mailReports);
      createWebhookEndpointRoute(context);
      for (const desk of [partnerDesk, staffDesk]) {
        watchWebhookEndpointRoutes(context, desk);
        webhookLogRoutes(context, desk);
      }
      ownWebhookEndpointRoutes(context, partnerDesk);
      webhookSendingRoutes(context, partnerDesk);
    },
  });
}
