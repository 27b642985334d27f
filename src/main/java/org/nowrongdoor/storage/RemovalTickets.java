package org.nowrongdoor.storage;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What is still to be swept from the files of the database, on whichever node: one ticket for each removal. */
@Singleton
public class RemovalTickets {

    private final EntityManager entities;
    private final DataSource database;

    RemovalTickets(EntityManager entities, DataSource database) {
        this.entities = entities;
        this.database = database;
    }

    /** Adds a ticket in the running transaction.
     *  @param subject what was removed: {@code record} or {@code person} */
    public void add(String subject) {
        entities.createNativeQuery("insert into removal (at, subject) values (now(), :subject)")
                .setParameter("subject", subject)
                .executeUpdate();
    }

    /** The tickets of a subject. */
    public List<Long> list(String subject) throws SQLException {
        var tickets = new ArrayList<Long>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select ticket from removal where subject = ?")) {
            select.setString(1, subject);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    tickets.add(rows.getLong(1));
                }
            }
        }
        return tickets;
    }

    /** Takes tickets away when all that they stand for is swept. */
    public void remove(List<Long> tickets) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from removal where ticket = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", tickets.toArray()));
            delete.executeUpdate();
        }
    }
}
