-- What lies in the files until it is swept: text of records, or persons.
alter table removal add column subject text not null default 'record';

-- What an earlier server destroyed and did not live to sweep.
insert into removal (at, subject) values (now(), 'person');

-- One mail is in one hand at a time.
alter table mail_outbox add column claim uuid;
alter table mail_outbox add column claimed_until timestamptz;
