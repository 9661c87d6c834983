import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Authenticated } from '../../auth/authenticated.decorator.js';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { CreateResourceDto } from './create-resource.dto.js';
import type { CreatedResource, Resource } from './resource.js';
import { ResourcesService } from './resources.service.js';

@Controller('api/v1/resources')
@Authenticated('resources')
export class ResourcesController {
  constructor(private readonly resources: ResourcesService) {}

  @Post()
  create(
    @CurrentPrincipal() principal: Principal,
    @Body() resource: CreateResourceDto,
  ): Promise<CreatedResource> {
    return this.resources.create(principal, resource);
  }

  @Get(':id')
  find(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<Resource> {
    return this.resources.find(principal, id);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    return this.resources.remove(principal, id);
  }
}
