package org.nowrongdoor.exchange.check;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The retired numbers in the store. One that was given back stays as a row, so that no seed file retires it again. */
@Singleton
public class RetiredNumberRepository {

    private static final String COLUMNS = "select number, reason, source, retired_on, note from retired_number";
    private static final String PUT = "insert into retired_number (key, number, reason, source, retired_on, note, at)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict (key) do ";

    private final EntityManager entities;
    private final Clock clock;

    RetiredNumberRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public List<RetiredNumber> list() {
        return read(COLUMNS + " where given_back_at is null order by key", List.of());
    }

    Optional<RetiredNumber> find(String number) {
        return read(COLUMNS + " where given_back_at is null and key = ?", List.of(PhoneKey.of(number))).stream()
                .findFirst();
    }

    /** Retires a number, or says again why it is retired. */
    void put(RetiredNumber number) {
        write(
                PUT + "update set number = excluded.number, reason = excluded.reason, source = excluded.source,"
                        + " retired_on = excluded.retired_on, note = excluded.note, given_back_at = null",
                number);
    }

    /** Retires a number that no one has decided about yet. */
    public void putIfUnknown(RetiredNumber number) {
        write(PUT + "nothing", number);
    }

    /** Lets a number be published again.
     *  @return whether it was retired */
    boolean giveBack(String number) {
        return entities.createNativeQuery(
                                "update retired_number set given_back_at = :at where key = :key and given_back_at is null")
                        .setParameter("at", clock.instant())
                        .setParameter("key", PhoneKey.of(number))
                        .executeUpdate()
                > 0;
    }

    private void write(String sql, RetiredNumber number) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, PhoneKey.of(number.number()));
                statement.setString(2, number.number());
                statement.setString(3, number.reason());
                statement.setString(4, number.source());
                statement.setDate(5, number.retiredOn() == null ? null : Date.valueOf(number.retiredOn()));
                statement.setString(6, number.note());
                statement.setTimestamp(7, Timestamp.from(clock.instant()));
                statement.executeUpdate();
            }
        });
    }

    private List<RetiredNumber> read(String sql, List<String> values) {
        var found = new ArrayList<RetiredNumber>();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setString(i + 1, values.get(i));
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var day = rows.getDate(4);
                        found.add(new RetiredNumber(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                day == null ? null : day.toLocalDate(),
                                rows.getString(5)));
                    }
                }
            }
        });
        return found;
    }
}
