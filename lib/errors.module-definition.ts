import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { ErrorsModuleOptions } from './errors.options';
import { OPTIONS } from './tokens';

export const { ConfigurableModuleClass, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<ErrorsModuleOptions>({ optionsInjectionToken: OPTIONS })
    .setClassMethodName('forRoot')
    .setExtras({}, (definition) => ({ ...definition, global: true }))
    .build();
