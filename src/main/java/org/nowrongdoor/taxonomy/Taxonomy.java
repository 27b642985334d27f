package org.nowrongdoor.taxonomy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A vocabulary in the store. */
@Entity
public class Taxonomy {

    @Id
    public UUID id;

    public String name;

    @Column(name = "last_modified")
    public Instant lastModified;

    @JdbcTypeCode(SqlTypes.JSON)
    public TaxonomyRecord body;
}
