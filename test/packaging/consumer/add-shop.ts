import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a user adds to a new application: the module, a DTO with its route, and a failure. */
export async function addShop(folder: string): Promise<void> {
  const module = join(folder, 'src/app.module.ts');
  const scaffolded = await readFile(module, 'utf8');
  // ES modules name the file with its extension: do as the scaffold did.
  const extension = scaffolded.includes("'./app.controller.js'") ? '.js' : '';
  const changed = scaffolded
    .replace('imports: []', 'imports: [ErrorsModule.forRoot()]')
    .replace('controllers: [AppController]', 'controllers: [AppController, ShopController]');
  await writeFile(
    module,
    `import { ErrorsModule } from 'nestjs-errors';
import { ShopController } from './shop.controller${extension}';
${changed}`,
  );
  await writeFile(join(folder, 'src/shop.controller.ts'), controller);
  await writeFile(join(folder, 'src/app.module.spec.ts'), spec(extension));
}

const controller = `import { Body, Controller, Get, Post } from '@nestjs/common';
import { IsInt, IsNotEmpty, Min } from 'class-validator';
import { defineErrors } from 'nestjs-errors';

const ShopErrors = defineErrors({
  SHOP_CLOSED: { status: 409, message: 'The shop is closed' },
});

export class OrderDto {
  @IsNotEmpty()
  name: string;

  @IsInt()
  @Min(1)
  quantity: number;
}

@Controller('shop')
export class ShopController {
  @Get('bug')
  bug() {
    throw new Error('secret reason');
  }

  @Get('closed')
  closed() {
    throw ShopErrors.SHOP_CLOSED();
  }

  @Post()
  order(@Body() order: OrderDto) {
    return order;
  }
}
`;

const spec = (extension: string) => `import { Test } from '@nestjs/testing';
import { AppModule } from './app.module${extension}';

describe('AppModule', () => {
  it('starts', async () => {
    const module = await Test.createTestingModule({ imports: [AppModule] }).compile();
    const app = await module.createNestApplication().init();
    await app.close();
  });
});
`;
