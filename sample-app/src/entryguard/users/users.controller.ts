import { Body, Controller, Get, Post } from '@nestjs/common';
import { Authenticated } from '../../auth/authenticated.decorator.js';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { RequiredRole, RolesGuard } from '../../auth/roles.guard.js';
import { CreateUserDto } from './create-user.dto.js';
import { type User, UsersService } from './users.service.js';

@Controller('api/v1/users')
@Authenticated('users', RolesGuard)
@RequiredRole('admin')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  list(@CurrentPrincipal() principal: Principal): Promise<User[]> {
    return this.users.list(principal.organizationId);
  }

  @Post()
  create(@CurrentPrincipal() principal: Principal, @Body() user: CreateUserDto): Promise<User> {
    return this.users.create(principal.organizationId, user);
  }
}
