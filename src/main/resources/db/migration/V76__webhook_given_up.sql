-- A receiver that has failed for a week is given up: its subscription stops until it is resumed.
alter table webhook add column failing_since timestamptz;
alter table webhook add column given_up boolean not null default false;
update webhook set failing_since = now() where failures > 0;
