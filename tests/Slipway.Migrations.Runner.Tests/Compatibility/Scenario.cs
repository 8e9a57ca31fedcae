namespace Slipway.Migrations.Runner.Tests.Compatibility;

/// <summary>A change of the schema, and what it means to the old release.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Breaks">The old client fails.</param>
/// <param name="Refused">compat refuses it. Where it does and nothing breaks, it holds only while the values fit.</param>
/// <param name="Sql">The change.</param>
public sealed record Scenario(string Name, bool Breaks, bool Refused, string Sql)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Break("drop column", "ALTER TABLE orders DROP COLUMN note"),
        Break("rename column", "ALTER TABLE orders RENAME COLUMN note TO remark"),
        Break("rename table", "ALTER TABLE orders RENAME TO purchases"),
        Break("move table", "CREATE SCHEMA other; ALTER TABLE orders SET SCHEMA other"),
        Break("drop table", "DROP TABLE lines"),
        Break("new NOT NULL column whose default is dropped", "ALTER TABLE orders ADD region text NOT NULL DEFAULT 'eu'; ALTER TABLE orders ALTER region DROP DEFAULT"),
        Break("NULL to NOT NULL", "ALTER TABLE orders ALTER note SET NOT NULL"),
        Break("NULL to NOT NULL with a default", "ALTER TABLE orders ALTER note SET DEFAULT ''; ALTER TABLE orders ALTER note SET NOT NULL"),
        Break("NOT NULL to NULL and new code that writes NULL", "ALTER TABLE orders ALTER title DROP NOT NULL; INSERT INTO orders (quantity, customer, code) VALUES (1, 1, 'new')"),
        Break("text to varchar(3)", "ALTER TABLE orders ALTER title TYPE varchar(3) USING left(title, 3)"),
        Break("int to smallint", "ALTER TABLE orders ALTER quantity TYPE smallint"),
        Break("int to text", "ALTER TABLE orders ALTER quantity TYPE text"),
        Break("new unique", "ALTER TABLE orders ADD CONSTRAINT uq_title UNIQUE (title)"),
        Break("new check, NOT VALID", "ALTER TABLE orders ADD CONSTRAINT ck_quantity CHECK (quantity < 100) NOT VALID"),
        Break("new foreign key, NOT VALID", "CREATE TABLE customers (id int PRIMARY KEY); ALTER TABLE orders ADD CONSTRAINT fk_customer FOREIGN KEY (customer) REFERENCES customers NOT VALID"),
        Break("new trigger", "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END'; CREATE TRIGGER tr_orders BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION refuse()"),
        Break("foreign key cascade to restrict", "ALTER TABLE lines DROP CONSTRAINT fk_lines_orders; ALTER TABLE lines ADD CONSTRAINT fk_lines_orders FOREIGN KEY (order_id) REFERENCES orders ON DELETE RESTRICT"),
        Break("lost identity", "ALTER TABLE orders ALTER id DROP IDENTITY"),
        Break("read-only view in the table's place", "ALTER TABLE orders RENAME TO purchases; CREATE VIEW orders AS SELECT DISTINCT * FROM purchases"),
        Safe("new nullable column", "ALTER TABLE orders ADD region text"),
        Safe("new NOT NULL column with a default", "ALTER TABLE orders ADD region text NOT NULL DEFAULT 'eu'"),
        Safe("new generated column", "ALTER TABLE orders ADD shout text GENERATED ALWAYS AS (upper(title)) STORED"),
        Safe("rename table with a view in its place", "ALTER TABLE orders RENAME TO purchases; CREATE VIEW orders AS SELECT * FROM purchases"),
        Safe("rename column with a view in the table's place", "ALTER TABLE orders RENAME TO purchases; ALTER TABLE purchases RENAME note TO remark; CREATE VIEW orders AS SELECT id, title, remark AS note, quantity, customer, code FROM purchases"),
        Safe("new default", "ALTER TABLE orders ALTER quantity SET DEFAULT 5"),
        Safe("default dropped", "ALTER TABLE orders ALTER quantity SET DEFAULT 5; ALTER TABLE orders ALTER quantity DROP DEFAULT"),
        Safe("unique index dropped", "DROP INDEX ux_orders_code"),
        Safe("identity by default to always", "ALTER TABLE orders ALTER id SET GENERATED ALWAYS"),
        Safe("new table and new index", "CREATE TABLE tags (id int PRIMARY KEY, order_id int REFERENCES orders); CREATE INDEX ix_title ON orders (title)"),
        WhileValuesFit("int to bigint", "ALTER TABLE orders ALTER quantity TYPE bigint"),
        WhileValuesFit("int to numeric", "ALTER TABLE orders ALTER quantity TYPE numeric"),
        WhileValuesFit("text to varchar(200)", "ALTER TABLE orders ALTER title TYPE varchar(200)"),
        WhileValuesFit("bigint key to int", "ALTER TABLE lines ALTER id TYPE int"),
    ];

    private static Scenario Break(string name, string sql) => new(name, true, true, sql);

    private static Scenario Safe(string name, string sql) => new(name, false, false, sql);

    private static Scenario WhileValuesFit(string name, string sql) => new(name, false, true, sql);
}
