-- Whose an audit entry is: the organisation of the key, null for a key of none. Entries from before name none and are read
-- by keys without organisation: the log is append-only.
alter table audit_log add column organization_id uuid;
create index audit_log_organization on audit_log (organization_id, seq) where organization_id is not null;
create or replace function audit_log_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.seq is null and new.seq is not null and new.digest is not null
            and (new.ticket, new.at, new.actor, new.action, new.entity, new.id)
                = (old.ticket, old.at, old.actor, old.action, old.entity, old.id)
            and new.organization_id is not distinct from old.organization_id then
        return new;
    end if;
    raise exception 'the audit log is append-only';
end
$$;
