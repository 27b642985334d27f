package org.nowrongdoor.http.openapi;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CommonOpenApiFilterTest {

    private static final String LIST = "paths.'/services'.get";

    @Test
    void everyParameterOfAListIsExplainedWithAnExample() {
        get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(LIST + ".operationId", equalTo("listServices"))
                .body(LIST + ".parameters.name", hasItems("search", "page", "per_page", "kind", "full"))
                .body(
                        LIST + ".parameters.findAll { it.description == null || it.schema.examples == null }.name",
                        equalTo(List.of()))
                .body(LIST + ".parameters.find { it.name == 'per_page' }.schema.maximum", equalTo(500))
                .body(LIST + ".parameters.find { it.name == 'kind' }.schema.'$ref'", containsString("KindChoice"))
                .body("components.schemas.KindChoice.enum", hasItems("hotline", "all"));
    }

    @Test
    void answersHaveNamedSchemasExamplesAndProblems() {
        get("/q/openapi?format=json")
                .then()
                .body(LIST + ".responses.'200'.content.'application/json'.schema.'$ref'", containsString("ServicePage"))
                .body(LIST + ".responses.'200'.content.'application/json'.example.total_items", equalTo(1))
                .body(LIST + ".responses.'400'.'$ref'", containsString("InvalidRequest"))
                .body("components.responses.InvalidRequest.content", hasKey("application/problem+json"))
                .body(LIST + ".responses", hasKey("304"))
                .body("components.schemas.Service.properties", hasKey("location_policy"))
                .body("components.schemas.ServicePage.properties", hasKey("total_pages"))
                .body("components.schemas.ServiceParameters.properties.per_page.description", containsString("500"))
                .body("paths.'/services'.post.requestBody.required", not(equalTo(true)))
                .body("servers.url", equalTo(List.of("/")));
    }

    @Test
    void theRootNamesVersionProfileAndDescription() {
        var root = get("/").then()
                .statusCode(200)
                .body("version", equalTo("3.2"))
                .body("publisher.name", equalTo("No Wrong Door"));
        for (var link : new String[] {"profile", "openapi_url", "data_guide"}) {
            get(root.extract().<String>path(link)).then().statusCode(200);
        }
    }

    @Test
    void swaggerUiIsThere() {
        get("/q/swagger-ui").then().statusCode(200).body(containsString("swagger"));
    }
}
