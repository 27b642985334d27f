-- How far the audit log is signed. Numbers up to here are never given again, so that a part of the log that was altered and
-- stripped of its numbers is not signed a second time. The seal is made with a key derived from the master key.
create table audit_head (
    single boolean primary key default true check (single),
    seq bigint not null,
    -- The highest ticket among the signed.
    ticket bigint not null,
    digest bytea not null,
    seal bytea not null
);
create function audit_head_rises() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.seq > old.seq then
        return new;
    end if;
    raise exception 'the audit log is append-only';
end
$$;
create trigger audit_head_rows before update or delete on audit_head for each row execute function audit_head_rises();
create trigger audit_head_whole before truncate on audit_head for each statement execute function audit_head_rises();
