package org.nowrongdoor.exchange.removal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.storage.ChangedEntity;

/** Every place where the text of a record may lie, and how it is taken out of there. The one list: decline, deletion and a
 *  stricter policy all go through it, and each table of the database stands in it once. */
public enum TextStore {
    /** The records: the deed itself deletes their rows or writes them again. */
    RECORDS("taxonomy", "taxonomy_term", "organization", "location", "service", "service_at_location"),

    /** What they were: the fields that changed stay, their values go. */
    HISTORY("history") {
        @Override
        void forget(Connection connection, Removal removal) throws SQLException {
            for (var ids : removal.forgotten.entrySet()) {
                run(
                        connection,
                        // Where a service was given is two ids, by which what it said of there is found later.
                        "update history set previous = null, replacement = null where entity = ? and id = any(?)"
                                + " and field <> '/given_at' and (previous is not null or replacement is not null)",
                        ids.getKey().wire(),
                        ids.getValue().toArray());
            }
            for (var held : removal.deleted) {
                if (held.entity == ChangedEntity.ORGANIZATION) {
                    // Places in the list shift: the words on a partner may stand under the number of another.
                    run(
                            connection,
                            "update history set previous = null, replacement = null where entity = 'organization'"
                                    + " and field like '/partners%' and id in (select id from history"
                                    + " where entity = 'organization' and field like '/partners%'"
                                    + " and strpos(concat(previous, replacement), ?) > 0)",
                            held.id.toString());
                }
            }
        }
    },

    /** What was said of rows of files: a value of them, cut short. */
    IMPORT_FINDINGS("import_finding") {
        @Override
        void forget(Connection connection, Removal removal) throws SQLException {
            if (removal.isEmpty()) {
                return;
            }
            var tickets = new ArrayList<Long>();
            try (var statement =
                    connection.prepareStatement("select ticket, value from import_finding where value is not null")) {
                statement.setFetchSize(1_000);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (removal.isTold(rows.getString(2))) {
                            tickets.add(rows.getLong(1));
                        }
                    }
                }
            }
            if (!tickets.isEmpty()) {
                run(connection, "update import_finding set value = null where ticket = any(?)", (Object)
                        tickets.toArray());
            }
        }
    },

    /** Digests of the rows by which services came: of what is cut or gone not even that stays. */
    IMPORT_ROWS("import_row") {
        @Override
        void forget(Connection connection, Removal removal) throws SQLException {
            if (removal.forgotten.isEmpty()) {
                return;
            }
            var services = Stream.concat(
                    removal.forgotten.getOrDefault(ChangedEntity.SERVICE, List.of()).stream(),
                    removal.deleted.stream()
                            .map(held -> held.now.owners().service())
                            .filter(Objects::nonNull));
            run(
                    connection,
                    "delete from import_row where id = any(?)"
                            + " or id in (select service_id from service_at_location where location_id = any(?))"
                            + " or id in (select id from service where organization_id = any(?))",
                    services.toArray(),
                    removal.forgotten
                            .getOrDefault(ChangedEntity.LOCATION, List.of())
                            .toArray(),
                    removal.forgotten
                            .getOrDefault(ChangedEntity.ORGANIZATION, List.of())
                            .toArray());
        }
    },

    /** Services that a referral was offered instead, by name. */
    REFERRAL_EVENTS("referral_event") {
        @Override
        void forget(Connection connection, Removal removal) throws SQLException {
            for (var service : removal.forgotten.getOrDefault(ChangedEntity.SERVICE, List.of())) {
                run(
                        connection,
                        "update referral_event set alternatives = (select coalesce(jsonb_agg(case when a ->> 'id' = s.id::text"
                                + " then jsonb_set(a, '{name}', to_jsonb(s.name)) else a end)"
                                + " filter (where a ->> 'id' <> ? or s.id is not null), '[]')"
                                + " from jsonb_array_elements(alternatives) a left join service s on s.id = ?::uuid)"
                                + " where alternatives @> ?::jsonb",
                        service.toString(),
                        service.toString(),
                        "[{\"id\": \"" + service + "\"}]");
            }
        }
    },

    /** What readers say is wrong in a record, and whom to credit for it. */
    CORRECTIONS("correction") {
        @Override
        void forget(Connection connection, Removal removal) throws SQLException {
            if (removal.isEmpty() && removal.policyChanged.isEmpty()) {
                return;
            }
            for (var ids : List.of(
                    removal.forgotten.getOrDefault(ChangedEntity.SERVICE, List.of()),
                    removal.policyChanged.getOrDefault(ChangedEntity.SERVICE, List.of()))) {
                if (!ids.isEmpty()) {
                    run(connection, "delete from correction where service_id = any(?)", (Object) ids.toArray());
                }
            }
            var locations = removal.policyChanged.getOrDefault(ChangedEntity.LOCATION, List.of());
            if (!locations.isEmpty()) {
                run(
                        connection,
                        "delete from correction where service_id in"
                                + " (select service_id from service_at_location where location_id = any(?))",
                        (Object) locations.toArray());
            }
            forgetTold(connection, removal);
        }

        private void forgetTold(Connection connection, Removal removal) throws SQLException {
            if (removal.text.isEmpty()) {
                return;
            }
            var tickets = new ArrayList<Long>();
            try (var statement = connection.prepareStatement("select ticket, says, credit_text from correction");
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (removal.text.isIn(rows.getString(2) + "\n" + rows.getString(3))) {
                        tickets.add(rows.getLong(1));
                    }
                }
            }
            if (!tickets.isEmpty()) {
                run(connection, "delete from correction where ticket = any(?)", (Object) tickets.toArray());
            }
        }
    },

    /** What others answer and fear of an organisation, and what it replies. The rows of an organisation that goes, and what
     *  it said of others, go with it; of the rest the text alone that tells what is removed. */
    VETTING("vetting_answer", "vetting_concern") {
        @Override
        void forget(Connection connection, Removal removal) throws SQLException {
            var gone = removal.deleted.stream()
                    .filter(held -> held.entity == ChangedEntity.ORGANIZATION)
                    .map(held -> held.id)
                    .toArray();
            if (gone.length > 0) {
                for (var table : List.of("vetting_review", "vetting_concern", "vetting_answer")) {
                    run(connection, "delete from " + table + " where vetter_id = any(?)", (Object) gone);
                }
            }
            if (!removal.text.isEmpty() || !removal.streets.isEmpty()) {
                VettingTextRemover.forget(connection, removal);
            }
        }
    },

    /** Wishes for a less strict policy, which end with the state that they were made on, and the policy of what is gone:
     *  an id and a policy, so that making a record again is no way round a second editor. */
    POLICIES("policy_proposal", "removed_policy") {
        @Override
        void forget(Connection connection, Removal removal) throws SQLException {
            for (var ids : removal.policyChanged.entrySet()) {
                for (var table : List.of("policy_proposal", "removed_policy")) {
                    var sql = "delete from " + table + " where entity = ? and id = any(?)";
                    run(connection, sql, ids.getKey().wire(), ids.getValue().toArray());
                }
            }
            for (var held : removal.deleted) {
                if (Removal.policyOf(held) != LocationPolicy.PUBLIC) {
                    run(
                            connection,
                            "insert into removed_policy (entity, id, policy) values (?, ?::uuid, ?)",
                            held.entity.wire(),
                            held.id.toString(),
                            Removal.policyOf(held).name());
                }
            }
        }
    },

    /** The pages and the write-ahead log of the database, the index: {@link RemovalSweepJob} clears the files, and the
     *  redaction in the change log has the index merged. */
    FILES("removal") {
        @Override
        void forget(Connection connection, Removal removal) throws SQLException {
            if (!removal.isEmpty()) {
                run(connection, "insert into removal (at) values (now())");
            }
        }
    },

    /** Ids, names of fields, times and digests. */
    IDS_ALONE(
            "change_log",
            "touched",
            "touch_position",
            "shared_index",
            "audit_log",
            "audit_head",
            "invitation",
            "declined_listing",
            "idempotency",
            "referral",
            "webhook",
            "webhook_delivery",
            "import_run",
            "installation",
            "api_key",
            "retired_number",
            "index_fault",
            "withheld",
            "lease_session",
            "import_staged",
            "statement_expiry",
            "feedback_count",
            "vetting_review",
            "verification",
            "verification_reminder"),

    /** What editors write of laws: of no record. */
    LAWS("legal_note"),

    /** Sealed, and of no record: a person, and mail that holds an address to send it to and a link. */
    SEALED("person_vault", "mail_outbox"),

    /** An uploaded file is sealed with a key of its own, and both end with its import. */
    UPLOADS;

    private final String tables;

    TextStore(String... tables) {
        this.tables = String.join(" ", tables);
    }

    /** Takes what is removed out of this place, in the transaction of the deed. */
    void forget(Connection connection, Removal removal) throws SQLException {}

    /** The tables that this place is. */
    public Set<String> tables() {
        return tables.isEmpty() ? Set.of() : Set.of(tables.split(" ", -1));
    }

    /** The tables in whose files removed text may lie, until they are swept. */
    static List<String> textTables() {
        return Arrays.stream(new TextStore[] {RECORDS, HISTORY, IMPORT_FINDINGS, REFERRAL_EVENTS, CORRECTIONS, VETTING})
                .flatMap(store -> store.tables().stream())
                .sorted()
                .collect(Collectors.toList());
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (var value : values) {
                if (value instanceof Object[] items) {
                    var type = items.length > 0 && items[0] instanceof Long ? "bigint" : "uuid";
                    statement.setArray(place++, connection.createArrayOf(type, items));
                } else {
                    statement.setObject(place++, value);
                }
            }
            statement.executeUpdate();
        }
    }
}
