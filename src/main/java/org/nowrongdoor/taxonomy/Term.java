package org.nowrongdoor.taxonomy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A word of a vocabulary in the store. */
@Entity
@Table(name = "taxonomy_term")
public class Term {

    @Id
    public UUID id;

    /** Unique within its taxonomy, such as {@code shelter.emergency}. */
    public String code;

    public String name;

    @Column(name = "taxonomy_id")
    public @Nullable UUID taxonomyId;

    @Column(name = "parent_id")
    public @Nullable UUID parentId;

    @Column(name = "last_modified")
    public Instant lastModified;

    @JdbcTypeCode(SqlTypes.JSON)
    public TermRecord body;
}
