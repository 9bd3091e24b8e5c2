"""The basemap (Natural Earth 1:50m), the table of countries, and the scripts that made them."""
