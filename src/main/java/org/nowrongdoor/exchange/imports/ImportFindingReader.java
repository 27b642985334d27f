package org.nowrongdoor.exchange.imports;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.nowrongdoor.exchange.imports.ImportFaults.Entry;
import org.nowrongdoor.exchange.row.Finding.Kind;

/** Reads what imports had to say. */
@Singleton
class ImportFindingReader {

    private static final String SELECT = "select ticket, row, kind, pointer, field, value, remedy from import_finding"
            + " where import_id = ? and ticket > ? order by ticket limit ?";

    private final EntityManager entities;

    ImportFindingReader(EntityManager entities) {
        this.entities = entities;
    }

    /** A finding with its place in the report. */
    record Line(long ticket, Kind kind, Entry entry) {}

    @Transactional
    List<Line> list(UUID id, long after, int size) {
        var lines = new ArrayList<Line>();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(SELECT)) {
                statement.setObject(1, id);
                statement.setLong(2, after);
                statement.setInt(3, size);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var entry = new Entry(
                                rows.getLong(2),
                                rows.getString(5),
                                rows.getString(4),
                                rows.getString(6),
                                rows.getString(7));
                        lines.add(new Line(rows.getLong(1), Kind.valueOf(rows.getString(3)), entry));
                    }
                }
            }
        });
        return lines;
    }
}
