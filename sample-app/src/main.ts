import { Logger } from '@nestjs/common';
import { createApp } from './create-app.js';
import { settings } from './settings.js';

const app = await createApp(settings.adapter);
app.enableShutdownHooks();
await app.listen(settings.port, settings.host);
new Logger('SampleApp').log(`Listening on ${await app.getUrl()} (${settings.adapter})`);
