-- A key itself is never here: only its keyed hash, and enough of its beginning to find a leaked one again.
create table api_key (
    id uuid primary key,
    name text not null,
    prefix text not null,
    digest bytea not null unique,
    scopes text[] not null,
    origins text[] not null,
    organization_id uuid,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_on date
);

-- What staff did, in the transaction in which they did it. A row is numbered and chained once, after the commit,
-- and then stands for good.
create table audit_log (
    ticket bigint generated always as identity primary key,
    seq bigint unique,
    at timestamptz not null,
    actor text not null,
    action text not null,
    entity text not null,
    id text not null,
    digest bytea
);
create index audit_log_unchained on audit_log (ticket) where seq is null;

create function audit_log_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.seq is null and new.seq is not null and new.digest is not null
            and (new.ticket, new.at, new.actor, new.action, new.entity, new.id)
                = (old.ticket, old.at, old.actor, old.action, old.entity, old.id) then
        return new;
    end if;
    raise exception 'the audit log is append-only';
end
$$;
create trigger audit_log_rows before update or delete on audit_log for each row execute function audit_log_stands();
create trigger audit_log_whole before truncate on audit_log for each statement execute function audit_log_stands();
